import Commands

await newsprintMain()
