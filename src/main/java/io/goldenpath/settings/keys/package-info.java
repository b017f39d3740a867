/** What stands under {@code goldenpath}, as Spring binds it. */
@NullMarked
package io.goldenpath.settings.keys;

import org.jspecify.annotations.NullMarked;
