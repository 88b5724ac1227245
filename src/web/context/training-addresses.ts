/** Where anyone checks a certificate. */
export const certificateAddress = '/training/certificate'
/** Where a holder of an older version learns what is new. */
export const updateAddress = '/training/update'
