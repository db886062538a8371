/** Hides personal data in texts: by its class, by what is found in free text, behind handles. */
@NullMarked
package io.switchboard.core.internal.mask;

import org.jspecify.annotations.NullMarked;
