/** Nothing that must not be shown is shown anywhere. */
@NullMarked
package io.goldenpath.secrets;

import org.jspecify.annotations.NullMarked;
