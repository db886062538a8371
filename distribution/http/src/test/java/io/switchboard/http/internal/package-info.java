/** Tests over real sockets. */
@NullMarked
package io.switchboard.http.internal;

import org.jspecify.annotations.NullMarked;
