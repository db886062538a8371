/**
 * What customers show and what was observed of them, in tables of the hub's store. A library: each backend that keeps its observations
 * there carries a copy of its own, and has the table {@code observation} among its migrations.
 */
@NullMarked
package io.switchboard.crm.observations;

import org.jspecify.annotations.NullMarked;
