/**
 * Statements and transactions on a schema of the hub's store, with failures in the hub's codes. Works on H2 and PostgreSQL alike. A
 * library: each bundle that uses it carries a copy of its own.
 */
@NullMarked
package io.switchboard.sql;

import org.jspecify.annotations.NullMarked;
