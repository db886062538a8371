/**
 * Asking backends over HTTP. The hub gives {@link io.switchboard.connector.http.HttpBackends} as a service; what it opens sees to the
 * deadline, to repetition of what may be repeated, failover to backup endpoints, circuit breakers, bounds, credentials and the trace, so
 * that a connector only says what it asks:
 *
 * <pre>{@code
 * @Component(service = Connector.class, configurationPid = "com.example.loyalty", configurationPolicy = ConfigurationPolicy.REQUIRE)
 * public final class Loyalty implements Connector {
 *     private final HttpBackend backend;
 *
 *     @Activate
 *     public Loyalty(@Reference HttpBackends backends, Map<String, Object> properties) {
 *         backend = backends.open(HttpBackendSettings.from("loyalty", properties));
 *     }
 *
 *     @Operation(…)
 *     Balance balance(Find find, CallContext call) {
 *         HttpAnswer answer = backend.send(
 *                 HttpQuestion.get("/members/{id}", find.customerId()).expect("application/json").accept(404).build(), call);
 *         …
 *     }
 *
 *     @Deactivate
 *     void stop() {
 *         backend.close();
 *     }
 * }
 * }</pre>
 *
 * <p>with {@code etc/com.example.loyalty.cfg}:
 *
 * <pre>
 * endpoints = https://loyalty.example.com, https://loyalty-backup.example.com
 * .token = $[env:LOYALTY_TOKEN]
 * </pre>
 */
@Export
@Version("1.0.0")
@NullMarked
package io.switchboard.connector.http;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
