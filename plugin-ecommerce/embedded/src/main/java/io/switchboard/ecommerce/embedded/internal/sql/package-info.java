/** Statements and transactions. */
@NullMarked
package io.switchboard.ecommerce.embedded.internal.sql;

import org.jspecify.annotations.NullMarked;
