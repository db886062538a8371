/** Customers as callers see them: the connector, its records, and the timeline that is merged of several systems. */
@NullMarked
package io.switchboard.crm.internal;

import org.jspecify.annotations.NullMarked;
