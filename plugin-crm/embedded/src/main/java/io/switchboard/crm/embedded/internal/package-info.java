/** Customers in the hub's own store. */
@NullMarked
package io.switchboard.crm.embedded.internal;

import org.jspecify.annotations.NullMarked;
