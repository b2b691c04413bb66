/** Value of `acr` of a training sign-in with a second factor; `amr` names both then. */
export const trainingSecondFactor = { acr: ['urn:rogatory:training:two-factors'], amr: ['otp'] };
