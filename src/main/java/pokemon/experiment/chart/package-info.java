/** Pictures: one style for all charts, and each picture as PNG and as SVG. */
package pokemon.experiment.chart;
