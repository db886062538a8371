/** What the file of one instance says. */
@NullMarked
package io.switchboard.ecommerce.tryton.internal.settings;

import org.jspecify.annotations.NullMarked;
