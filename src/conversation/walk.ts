/** 1 May 2030, 08:00 in Viet Nam: when samples are judged and flows are walked. */
export const MODEL_NOW = Date.parse('2030-05-01T08:00:00+07:00')
