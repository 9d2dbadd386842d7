/** What a format of layers gives: the contract of {@link org.headroom.layers.format.LayerFormat}; one package a family of formats below. */
@NullMarked
package org.headroom.layers.format;

import org.jspecify.annotations.NullMarked;
