// Fingerprinting
