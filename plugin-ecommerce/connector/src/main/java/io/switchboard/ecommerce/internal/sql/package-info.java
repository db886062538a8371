/** Statements and transactions on the plugin's own tables. */
@NullMarked
package io.switchboard.ecommerce.internal.sql;

import org.jspecify.annotations.NullMarked;
