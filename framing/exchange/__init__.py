"""Articles and codings as other programs write them: formats in, records of the study out, nothing written before all is right."""
