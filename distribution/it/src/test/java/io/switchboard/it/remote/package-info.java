/** A partner's bundle that asks a system behind it over HTTP. */
@NullMarked
package io.switchboard.it.remote;

import org.jspecify.annotations.NullMarked;
