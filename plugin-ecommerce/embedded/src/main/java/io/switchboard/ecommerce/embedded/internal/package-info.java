/** A shop and a carrier in the hub's own store. */
@NullMarked
package io.switchboard.ecommerce.embedded.internal;

import org.jspecify.annotations.NullMarked;
