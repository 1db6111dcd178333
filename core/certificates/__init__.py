"""拆除复耕到位证明: numbers, what is certified, the QR code, issuing, revoking and verifying."""
