/** Sales of Tryton with what belongs to them, as they were read. */
@NullMarked
package io.switchboard.ecommerce.tryton.internal.sale;

import org.jspecify.annotations.NullMarked;
