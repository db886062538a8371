/** Finding out what happened in Tryton, which tells nobody by itself. */
@NullMarked
package io.switchboard.ecommerce.tryton.internal.poll;

import org.jspecify.annotations.NullMarked;
