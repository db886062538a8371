/** The keys under which the audit seals what names a customer, each erased by itself. */
@NullMarked
package io.switchboard.core.internal.audit.key;

import org.jspecify.annotations.NullMarked;
