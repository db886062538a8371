package io.switchboard.deployer;

/**
 * Why something is as it is, in words for an integration engineer.
 *
 * @param en in English; more than one line where there are several mistakes
 * @param zh in Chinese
 */
public record Reason(String en, String zh) {}
