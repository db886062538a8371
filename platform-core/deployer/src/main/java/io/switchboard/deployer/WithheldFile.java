package io.switchboard.deployer;

/**
 * A file with a configuration that is not given out.
 *
 * @param file its name, such as {@code io.switchboard.rest.cfg}
 * @param reason why, in English; it names keys, and no value that may be secret
 */
public record WithheldFile(String file, String reason) {}
