/** The pages people read: server-rendered, working without scripts, in six languages. */
@NullMarked
package org.trackno.web;

import org.jspecify.annotations.NullMarked;
