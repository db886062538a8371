package io.switchboard.deployer;

/**
 * A configuration that is not given out; what it configures does not run.
 *
 * @param file its name, such as {@code io.switchboard.rest.cfg}
 * @param reason why, in English; it names keys, never values
 */
public record WithheldFile(String file, String reason) {}
