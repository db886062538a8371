/** A backend beside a component that lacks something; a bundle of its own. */
@NullMarked
package io.switchboard.it.unproven;

import org.jspecify.annotations.NullMarked;
