import type { DataTypeId } from './types';

/** "your information", "personal data": named without telling which. */
export const isGeneralData = (id: DataTypeId): boolean => id === 'any_data' || id === 'personal';

/** As `isGeneralData`, or "non-personal information": what all types of data lie in. */
export const isDataRoot = (id: DataTypeId): boolean => isGeneralData(id) || id === 'non_personal';
