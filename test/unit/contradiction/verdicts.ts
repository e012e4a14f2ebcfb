/**
 * Pairs of statements with the verdict of a careful reader. `contradiction` asks for a warning or an error, `definition`
 * for a finding of any severity; every other verdict for neither warning nor error.
 */
export interface Verdict {
  readonly id: string;
  readonly first: string;
  readonly second: string;
  readonly verdict: 'contradiction' | 'definition' | 'narrowing' | 'emptyPromise' | 'none';
}

export const verdicts: readonly Verdict[] = [
  {
    id: 'P01',
    first: 'We do not collect identifiers of any kind.',
    second: 'When you sign in we record your username, email address and IP address.',
    verdict: 'contradiction',
  },
  {
    id: 'P02',
    first: 'We never share your personal information with anyone.',
    second: 'We disclose names and delivery addresses to the couriers that bring your parcel.',
    verdict: 'contradiction',
  },
  {
    id: 'P03',
    first: 'We do not sell your personal information.',
    second: 'In the past twelve months we sold identifiers and internet activity to advertising networks.',
    verdict: 'contradiction',
  },
  {
    id: 'P04',
    first: 'Our app does not collect location data.',
    second: 'The app uses the GPS sensor to read your precise location and show nearby shops.',
    verdict: 'contradiction',
  },
  {
    id: 'P05',
    first: 'We collect your email address.',
    second: 'We do not collect your email address.',
    verdict: 'contradiction',
  },
  {
    id: 'P06',
    first: 'We do not use cookies.',
    second: 'Our analytics cookie _ga stays on your device for two years.',
    verdict: 'contradiction',
  },
  {
    id: 'P07',
    first: 'We do not store payment card numbers on our servers.',
    second: 'Your card number is saved in our database so that you can reorder quickly.',
    verdict: 'contradiction',
  },
  {
    id: 'P08',
    first: 'We delete all account data immediately when you close your account.',
    second: 'We keep account data for five years after closure for our own records.',
    verdict: 'contradiction',
  },
  {
    id: 'P09',
    first: '| Category | Collected |\n| --- | --- |\n| Biometric information | NO |',
    second: 'Face templates created from your selfie are stored on our servers and used to unlock the app.',
    verdict: 'contradiction',
  },
  {
    id: 'P10',
    first: 'We do not share information with advertisers.',
    second: 'Meta Pixel and Google Ads receive your hashed email address from our pages.',
    verdict: 'contradiction',
  },
  {
    id: 'P11',
    first: 'We respond to Global Privacy Control and Do Not Track signals.',
    second: 'Our website does not respond to Do Not Track signals.',
    verdict: 'contradiction',
  },
  {
    id: 'P12',
    first: 'Your data is stored only in the European Union.',
    second: 'Support tickets are kept on servers in the United States.',
    verdict: 'contradiction',
  },
  {
    id: 'P13',
    first: 'Non-personal information such as your IP address and advertising ID may be shared freely.',
    second: 'Personal data includes online identifiers such as IP addresses.',
    verdict: 'definition',
  },
  {
    id: 'P14',
    first: 'We do not collect any personal information.',
    second: 'We log IP addresses and browser types automatically.',
    verdict: 'definition',
  },
  {
    id: 'P15',
    first: 'We collect personal information when you register.',
    second: 'We do not collect your telephone number.',
    verdict: 'narrowing',
  },
  {
    id: 'P16',
    first: 'Third parties may collect usage data through our app.',
    second: 'Google Analytics does not collect usage data through our app.',
    verdict: 'narrowing',
  },
  {
    id: 'P17',
    first: 'Advertisers may receive information about your device.',
    second: 'Facebook does not receive your IP address.',
    verdict: 'narrowing',
  },
  {
    id: 'P18',
    first: 'Google may collect usage data through our app.',
    second: 'Advertising networks do not receive your ad-interaction data.',
    verdict: 'narrowing',
  },
  {
    id: 'P19',
    first: 'We do not collect your personal information without your consent.',
    second: 'We collect your name and email when you create an account.',
    verdict: 'none',
  },
  {
    id: 'P20',
    first: 'We do not knowingly collect personal information from children under 13.',
    second: 'We collect names, email addresses and dates of birth from users.',
    verdict: 'none',
  },
  {
    id: 'P21',
    first: 'We do not knowingly collect personal information from children under 13.',
    second: "When a child under 13 opens a profile we collect the child's first name and avatar.",
    verdict: 'contradiction',
  },
  {
    id: 'P22',
    first: 'We collect information including but not limited to your name and address.',
    second: 'We collect your phone number.',
    verdict: 'none',
  },
  {
    id: 'P23',
    first: 'We do not only use your data to provide the service; we also use it for research.',
    second: 'We use your data for research purposes.',
    verdict: 'none',
  },
  {
    id: 'P24',
    first: 'We do not sell your data.',
    second: 'We share your data with service providers that host our platform.',
    verdict: 'none',
  },
  {
    id: 'P25',
    first: 'We do not sell your personal information for money.',
    second: 'Sharing identifiers with advertising partners may be considered a "sale" under California law.',
    verdict: 'none',
  },
  {
    id: 'P26',
    first: 'We do not sell personal information.',
    second: 'Our use of advertising cookies may be a "sale" or "sharing" under some state laws; you may opt out.',
    verdict: 'contradiction',
  },
  {
    id: 'P27',
    first: 'We do not share your personal information with third parties except as described in this policy.',
    second: 'We share your email address with our newsletter provider.',
    verdict: 'emptyPromise',
  },
  {
    id: 'P28',
    first: 'We will not disclose your data unless required by law.',
    second: 'We disclose data to courts in response to a subpoena.',
    verdict: 'none',
  },
  {
    id: 'P29',
    first: 'We will not disclose your data unless required by law.',
    second: 'We give your browsing history to our advertising partners.',
    verdict: 'contradiction',
  },
  {
    id: 'P30',
    first: 'Neither we nor our partners collect health information.',
    second: 'Our partner clinic uploads your blood pressure readings to the app.',
    verdict: 'contradiction',
  },
  {
    id: 'P31',
    first: 'No personal information is collected unless you contact us.',
    second: 'If you email us we keep your name and message.',
    verdict: 'none',
  },
  {
    id: 'P32',
    first: 'No personal information is collected unless you contact us.',
    second: 'Every visit to the site is logged together with your name from the single sign-on.',
    verdict: 'contradiction',
  },
  {
    id: 'P33',
    first: 'We do not refuse to delete data on request.',
    second: 'You can ask us to delete your data.',
    verdict: 'none',
  },
  {
    id: 'P34',
    first: 'We do not collect the following:\n\n- name\n- email\n- phone',
    second: 'We collect your email address.',
    verdict: 'contradiction',
  },
  {
    id: 'P35',
    first: 'We do not sell the following categories: identifiers; commercial information.',
    second: 'We collect identifiers and commercial information.',
    verdict: 'none',
  },
  {
    id: 'P36',
    first: 'We collect:\n\n- name\n- email\n\nWe do not collect:\n\n- payment data',
    second: 'Payment is handled by Stripe, which collects your card number.',
    verdict: 'none',
  },
  {
    id: 'P37',
    first: 'We do not collect information from third parties.',
    second: 'We collect information from you.',
    verdict: 'none',
  },
  {
    id: 'P38',
    first: 'We do not use cookies to collect personal information.',
    second: 'We collect your email address through the contact form.',
    verdict: 'none',
  },
  {
    id: 'P39',
    first: 'Strictly necessary cookies do not store any personally identifiable information.',
    second: 'We collect your name when you register.',
    verdict: 'none',
  },
  {
    id: 'P40',
    first: 'We do not use your email address for marketing.',
    second: 'We use your email address to send receipts.',
    verdict: 'none',
  },
  {
    id: 'P41',
    first: 'We do not use your email address for marketing.',
    second: 'We may email you special offers from selected brands.',
    verdict: 'contradiction',
  },
  {
    id: 'P42',
    first: 'We do not share personal data with third parties for their own direct marketing.',
    second: 'We share personal data with third parties that process payments.',
    verdict: 'none',
  },
  {
    id: 'P43',
    first: 'California residents: we do not sell personal information of consumers we know are under 16.',
    second: 'We sell identifiers to data brokers.',
    verdict: 'none',
  },
  {
    id: 'P44',
    first: '## California\n\nWe sold geolocation data in the last 12 months.',
    second: '## Our promise\n\nWe never sell your data.',
    verdict: 'contradiction',
  },
  {
    id: 'P45',
    first: 'Our browser extension does not collect browsing history.',
    second: 'The mobile app collects browsing history inside its built-in browser.',
    verdict: 'none',
  },
  {
    id: 'P46',
    first: 'If you are a job applicant we do not collect financial information.',
    second: 'Customers give us bank details for refunds.',
    verdict: 'none',
  },
  {
    id: 'P47',
    first: 'We do not retain your voice recordings.',
    second: 'Voice recordings are stored for 30 days to improve recognition.',
    verdict: 'contradiction',
  },
  {
    id: 'P48',
    first: 'We do not currently share data with advertisers, but may do so in the future.',
    second: 'We may share data with advertisers.',
    verdict: 'none',
  },
  {
    id: 'P49',
    first: 'You should not share your password with any third party.',
    second: 'We share account data with third parties.',
    verdict: 'none',
  },
  { id: 'P50', first: 'Do we sell your data? No.', second: 'We do not sell your data.', verdict: 'none' },
  {
    id: 'P51',
    first: 'Do we sell your data? No.',
    second: 'Data brokers pay us for access to purchase histories.',
    verdict: 'contradiction',
  },
  { id: 'P52', first: 'We cannot identify you from this data.', second: 'We collect your name.', verdict: 'none' },
  {
    id: 'P53',
    first: 'Data processed on your device never leaves it and we do not receive it.',
    second: 'We receive crash reports from your device.',
    verdict: 'none',
  },
  {
    id: 'P54',
    first: 'We share aggregated statistics with partners.',
    second: 'We do not share personal information with partners.',
    verdict: 'none',
  },
  {
    id: 'P55',
    first: 'We retain data only as long as necessary.',
    second: 'We retain data for two years.',
    verdict: 'none',
  },
  {
    id: 'P56',
    first: 'We retain data indefinitely.',
    second: 'We retain data for two years.',
    verdict: 'contradiction',
  },
  {
    id: 'P57',
    first: 'We do not collect sensitive personal information.',
    second: 'You may tell us about allergies and dietary needs when you order.',
    verdict: 'contradiction',
  },
  {
    id: 'P58',
    first: 'We do not ask for your date of birth.',
    second: 'We collect your age range from Facebook.',
    verdict: 'none',
  },
  {
    id: 'P59',
    first: 'We will never rent or sell your email address.',
    second: 'We may transfer email addresses to the buyer if our company is sold.',
    verdict: 'none',
  },
  {
    id: 'P60',
    first:
      'We do not disclose your information to outside parties. This does not include trusted parties who assist us in operating our site.',
    second: 'We give hosting companies access to your data.',
    verdict: 'none',
  },
];
