/**
 * What a connector is made of: the annotations it declares itself with, the types it speaks in, the errors it may give.
 *
 * <h2>A whole connector</h2>
 *
 * <pre>{@code
 * @ConnectorType(id = "loyalty", version = 1, title = "Loyalty points", zh = "会员积分")
 * @Describe(en = "The points that customers collect.", zh = "客户的积分。")
 * @Component(service = Connector.class, configurationPid = "com.example.loyalty", configurationPolicy = REQUIRE)
 * public final class Loyalty implements Connector {
 *   @interface Config {
 *     String url();
 *     String _apiKey();
 *     int attempts() default 3;
 *   }
 *
 *   enum Tier { SILVER, GOLD }
 *
 *   record Find(@CustomerId @Length(max = 40) @Example("C-1001") String customerId) {}
 *
 *   record Balance(@Owner String customerId, int points, Optional<Tier> tier) {}
 *
 *   private final Backend backend;
 *
 *   @Activate
 *   public Loyalty(Config config) {
 *     backend = new Backend(URI.create(config.url()), Secret.of(config._apiKey()), config.attempts());
 *   }
 *
 *   @Operation(id = "balance.get", http = "GET /customers/{customerId}/balance", effect = Effect.READ,
 *       audience = Audience.CUSTOMER, scope = "loyalty.read")
 *   @Describe(en = "The points that the customer can spend today.", zh = "客户当前可用积分。")
 *   @Fails(code = ErrorCode.CONFLICT, reason = "expired", en = "The membership has expired.", zh = "会员已过期。")
 *   Balance balance(Find find, CallContext call) {
 *     Member member = backend.find(find.customerId(), call.remaining())
 *         .orElseThrow(() -> ConnectorException.of(ErrorCode.CUSTOMER_NOT_FOUND));
 *     if (member.expired()) {
 *       throw ConnectorException.of(ErrorCode.CONFLICT, "expired");
 *     }
 *     return new Balance(member.id(), member.points(), member.tier());
 *   }
 * }
 * }</pre>
 *
 * <p>The class and its constructor are public, since the framework makes it; all else may be package-private. A connector without settings
 * leaves out {@code Config} and what begins with {@code configuration}.
 *
 * <h2>Settings</h2>
 *
 * <p>The file {@code etc/com.example.loyalty.cfg} holds Java properties in UTF-8. Each is handed to the {@code @Activate} constructor as
 * the method of {@code Config} that has its name, turned into that method's type; one that is not set has the method's default, or else
 * null, 0 or false. {@code _apiKey()} stands for {@code .apiKey}: see {@link io.switchboard.connector.Secret}. With {@code REQUIRE} the
 * connector begins when the file is there; when the file changes, a new one is made and the old one is let go.
 *
 * <h2>Types</h2>
 *
 * <p>Inputs and results are records of these and of no others:
 *
 * <table>
 * <caption>The types of components, and what they are in JSON</caption>
 * <tr><th>in Java</th><th>on the wire</th><th>notes</th></tr>
 * <tr><td>{@code String}</td><td>{@code "text"}</td><td>up to 10,000 characters unless {@code @Length} says otherwise</td></tr>
 * <tr><td>{@code boolean}</td><td>{@code true}</td><td></td></tr>
 * <tr><td>{@code int}</td><td>{@code 42}</td><td></td></tr>
 * <tr><td>{@code long}</td><td>{@code "42"}</td><td>a string, since many callers lose digits beyond 53 bits</td></tr>
 * <tr><td>{@code BigDecimal}</td><td>{@code "12.50"}</td><td>a string, for the same reason</td></tr>
 * <tr><td>{@code Money}</td><td>{@code {"amount":"12.50","currency":"CNY"}}</td><td></td></tr>
 * <tr><td>an enum</td><td>{@code "GOLD"}</td><td>the constant's name</td></tr>
 * <tr><td>{@code LocalDate}</td><td>{@code "2026-01-31"}</td><td></td></tr>
 * <tr><td>{@code Instant}</td><td>{@code "2026-01-31T12:00:00Z"}</td><td>taken with any offset, given in UTC</td></tr>
 * <tr><td>{@code Duration}</td><td>{@code "PT4H"}</td><td></td></tr>
 * <tr><td>{@code URI}</td><td>{@code "https://example.com/1"}</td><td>absolute</td></tr>
 * <tr><td>a record</td><td>{@code {…}}</td><td>not within itself; not in the input of a GET</td></tr>
 * <tr><td>{@code List<T>}</td><td>{@code […]}</td><td>up to 1,000 entries unless {@code @Length} says otherwise</td></tr>
 * <tr><td>{@code Map<String, T>}</td><td>{@code {"key":…}}</td><td>as for lists</td></tr>
 * <tr><td>{@code Attachment}</td><td>{@code {"id":"f1","name":"a.png","mediaType":"image/png","size":"10240","sha256":"…"}}</td>
 * <td>a reference; the bytes travel apart</td></tr>
 * <tr><td>{@code Optional<T>}</td><td>as {@code T}, or absent</td><td>of every type above</td></tr>
 * <tr><td>{@code PageRequest}</td><td>{@code "cursor":"…","limit":20}</td><td>two members of the input; both may be absent</td></tr>
 * <tr><td>{@code Page<R>}</td><td>{@code {"items":[…],"next":"…","total":120}}</td><td>as a result only; the last two may be absent</td></tr>
 * </table>
 *
 * <p>{@code Optional} is the only optional. Everything else has to be there: a {@code List} that may be left out is an {@code
 * Optional<List<T>>}, and one that may be empty still has to be sent as {@code []}. In a change, absent means <em>leave alone</em>; to
 * clear something is an operation of its own. Nulls are never given to a connector, and it gives none.
 *
 * <p>Callers are told to ignore members they do not know, and that enums in results may grow: so both may be added within a major version.
 * A new required member of an input, or a constant taken away, asks for the next major.
 */
@Export
@Version("1.0.0")
@NullMarked
package io.switchboard.connector;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
