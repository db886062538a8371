/** Gives each bundle a data source and leases of its own; the database and its administrator are seen by nobody else. */
@NullMarked
package io.switchboard.store.internal;

import org.jspecify.annotations.NullMarked;
