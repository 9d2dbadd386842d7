package org.headroom.runs.verify;

/**
 * Something that is wrong with a run.
 *
 * @param file path in the run's folder
 * @param problem what is wrong, to be read behind the file's name
 */
public record Finding(String file, String problem) {}
