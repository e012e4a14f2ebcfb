/** Imports every test file that is to be run; the build provides it. */
declare module 'test-files';
