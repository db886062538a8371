package io.switchboard.core.call;

/**
 * How much room a caller has left under the limit that is nearest. Immutable; transports tell it as they tell such things, HTTP by the
 * headers {@code RateLimit} and {@code RateLimit-Policy} (draft-ietf-httpapi-ratelimit-headers).
 *
 * @param policy the limit's name, such as {@code client}; lower-case letters, digits, and dots
 * @param calls how many calls the window has room for
 * @param windowSeconds the time in which they are admitted, and regained, in seconds
 * @param left how many more calls there is room for now
 * @param resetSeconds after how many seconds there is room for all of them, if none is made
 */
public record Quota(String policy, int calls, long windowSeconds, long left, long resetSeconds) {}
