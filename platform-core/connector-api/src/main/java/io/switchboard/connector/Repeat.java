package io.switchboard.connector;

/**
 * What a second call with equal arguments <em>means</em>, when the caller sends no idempotency key.
 *
 * <p>Not to be confused with {@link Operation#idempotent()}, which is about what a second run <em>does</em>:
 *
 * <table>
 * <caption>The two beside each other</caption>
 * <tr><th></th><th>{@code repeat = SAME}</th><th>{@code idempotent = true}</th></tr>
 * <tr><td>says</td><td>the caller means one act, however often it is sent</td><td>the backend may be asked again without harm</td></tr>
 * <tr><td>the hub then</td><td>runs it once, and answers the second call from what it recorded of the first</td><td>may run it again by
 * itself, where it does not know whether an attempt got through</td></tr>
 * <tr><td>example</td><td>{@code leave.request} for the same days: who sends it twice did not see the first answer</td><td>
 * {@code address.set}: the second time the address is what it is already</td></tr>
 * <tr><td>counter-example</td><td>{@code comment.add}: two equal comments are two</td><td>{@code points.add}: the second time there are
 * too many points</td></tr>
 * </table>
 *
 * <p>They are independent: {@code leave.request} is SAME and not idempotent, since the backend would file a second request;
 * {@code address.set} is idempotent and DISTINCT, for after a change to and fro the first address is to be set again.
 */
public enum Repeat {
    /** Another act: two equal comments are two comments. No key is derived. */
    DISTINCT,
    /** The same act, sent again: the hub derives a key from the arguments and answers with the first outcome. */
    SAME
}
