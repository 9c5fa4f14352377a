/** What one caller may ask of the HTTP interface: how much, how many neighbouring numbers, and who a caller is. */
@NullMarked
package org.trackno.api.limit;

import org.jspecify.annotations.NullMarked;
