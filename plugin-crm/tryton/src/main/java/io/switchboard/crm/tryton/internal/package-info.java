/** Customers of a Tryton: parties, their contacts, invoices, notes and complaints. */
@NullMarked
package io.switchboard.crm.tryton.internal;

import org.jspecify.annotations.NullMarked;
