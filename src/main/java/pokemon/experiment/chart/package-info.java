/**
 * Pictures: one style for all charts, and each picture as PNG and as SVG. Imports the JDK and the drawing libraries,
 * and no other part of this program.
 */
package pokemon.experiment.chart;
