/**
 * An element with text and children. Texts of the data come from files that others wrote, so they are only ever set as text.
 *
 * @param {string} tag
 * @param {Record<string, string|number|boolean|null|undefined|EventListener>} [attributes] `on…` are listeners; null, undefined and false are
 *     left out
 * @param {...(Node|string|null)} children
 * @returns {HTMLElement}
 */
export function el(tag, attributes = {}, ...children) {
    return filled(document.createElement(tag), attributes, children);
}

/** @returns {SVGElement} the same in SVG */
export function svg(tag, attributes = {}, ...children) {
    return filled(document.createElementNS('http://www.w3.org/2000/svg', tag), attributes, children);
}

function filled(element, attributes, children) {
    for (const [name, value] of Object.entries(attributes)) {
        if (typeof value === 'function') {
            element.addEventListener(name.slice(2), value);
        } else if (value !== null && value !== undefined && value !== false) {
            element.setAttribute(name, value === true ? '' : String(value));
        }
    }
    element.append(...children.filter((child) => child !== null));
    return element;
}

/**
 * Puts an act off until the browser has painted what stands by then.
 *
 * @param {() => void} act
 * @returns {() => void} asks for it; asked for several times before the paint, it is done once
 */
export function afterPaint(act) {
    let isAskedFor = false;
    return () => {
        if (!isAskedFor) {
            isAskedFor = true;
            requestAnimationFrame(() =>
                setTimeout(() => {
                    isAskedFor = false;
                    act();
                }),
            );
        }
    };
}
