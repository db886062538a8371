@NullMarked
package io.switchboard.secrets;

import org.jspecify.annotations.NullMarked;
