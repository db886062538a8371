/** A CRM beside the one in use. */
@NullMarked
package io.switchboard.it.second;

import org.jspecify.annotations.NullMarked;
