// Newsprint
