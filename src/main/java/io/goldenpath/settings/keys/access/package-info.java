/** What stands under {@code goldenpath.access}, as Spring binds it. */
@NullMarked
package io.goldenpath.settings.keys.access;

import org.jspecify.annotations.NullMarked;
