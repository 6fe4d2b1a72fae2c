/**
 * Charts as data, and pictures. {@link pokemon.experiment.chart.Chart} holds the values of a chart, which a page shows
 * interactively and {@code ChartPainter} draws. Each picture becomes a PNG, an SVG file and an element of a page.
 */
package pokemon.experiment.chart;
