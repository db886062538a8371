package io.switchboard.core.call;

import io.switchboard.core.descriptor.Text;

/**
 * What is wrong with one argument. Immutable. It never holds the value.
 *
 * @param path the member, such as {@code address.lines[2]}; empty: the whole
 * @param fault {@code missing}, {@code unknown}, {@code type}, {@code format}, {@code length}, {@code range}, {@code pattern} or {@code value}
 * @param expected what was expected
 */
public record ArgumentFault(String path, String fault, Text expected) {}
