/** Keys of those who are told of incidents. */
@NullMarked
package io.goldenpath.settings.keys.notify;

import org.jspecify.annotations.NullMarked;
