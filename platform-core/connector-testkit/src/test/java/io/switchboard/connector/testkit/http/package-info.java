/** The hub's client for backends, asked by way of a server with faults. */
@NullMarked
package io.switchboard.connector.testkit.http;

import org.jspecify.annotations.NullMarked;
