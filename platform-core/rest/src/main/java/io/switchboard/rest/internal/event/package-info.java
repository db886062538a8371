/** Events over HTTP: a page of them, and a stream (server-sent events) of those that come. */
@NullMarked
package io.switchboard.rest.internal.event;

import org.jspecify.annotations.NullMarked;
