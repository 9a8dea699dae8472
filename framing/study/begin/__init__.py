"""How a study begins and grows: schemes to choose from, the folder of a new study, and entries of its registers."""
