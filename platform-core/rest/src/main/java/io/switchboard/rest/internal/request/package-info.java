/** From a request to arguments. */
@NullMarked
package io.switchboard.rest.internal.request;

import org.jspecify.annotations.NullMarked;
