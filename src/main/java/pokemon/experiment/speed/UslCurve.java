package pokemon.experiment.speed;

import java.util.List;
import java.util.Optional;
import pokemon.experiment.statistics.LackOfFit;
import pokemon.experiment.statistics.Summary;

/**
 * The Universal Scalability Law (N. J. Gunther, 1993): X(n) = lambda n / (1 + sigma (n - 1) + kappa n (n - 1)).
 *
 * @param lambda throughput of one worker
 * @param sigma contention: the share of work that cannot be done in parallel, at least 0
 * @param kappa coherency: the cost of each pair of workers, at least 0
 */
record UslCurve(double lambda, double sigma, double kappa) {
    record Point(int workers, double throughput) {}

    double at(double workers) {
        return lambda * workers / (1 + sigma * (workers - 1) + kappa * workers * (workers - 1));
    }

    /** Returns the number of workers with the highest throughput, infinite when it never falls. */
    double peak() {
        if (sigma >= 1) {
            return 1;
        }
        return kappa == 0 ? Double.POSITIVE_INFINITY : Math.max(1, Math.sqrt((1 - sigma) / kappa));
    }

    /** Returns the share of the variance of throughput that the curve explains, at most 1. */
    double rSquared(List<Point> points) {
        double unexplained = points.stream()
                .mapToDouble(point -> Math.pow(point.throughput - at(point.workers), 2))
                .sum();
        double all = LackOfFit.within(Summary.of(points, Point::throughput));
        return all == 0 ? 0 : 1 - unexplained / all;
    }

    /**
     * Returns the curve with the least squares of relative errors in n / X, that is, in time. There the law is linear
     * in 1 / lambda, sigma / lambda and kappa / lambda. Sigma and kappa may each be zero: all four choices are solved
     * exactly, and the best solution without a negative coefficient wins.
     *
     * @throws IllegalArgumentException when there is no point
     */
    static UslCurve fit(List<Point> points) {
        return fit(points, 4);
    }

    /** Returns the curve without coherency that fits best: the law of G. M. Amdahl (1967). */
    static UslCurve fitAmdahl(List<Point> points) {
        return fit(points, 2);
    }

    private static UslCurve fit(List<Point> points, int choices) {
        Optional<double[]> best = Optional.empty();
        double least = Double.POSITIVE_INFINITY;
        for (int choice = 0; choice < choices; choice++) {
            boolean[] used = {true, (choice & 1) != 0, (choice & 2) != 0};
            double[] found = solve(points, used);
            double error = error(points, found);
            if (found[0] > 0 && found[1] >= 0 && found[2] >= 0 && error < least) {
                best = Optional.of(found);
                least = error;
            }
        }
        double[] found = best.orElseThrow(() -> new IllegalArgumentException("no point to fit a curve to"));
        return new UslCurve(1 / found[0], found[1] / found[0], found[2] / found[0]);
    }

    /** Returns the coefficients of a point in the linear system, divided by n / X so that errors are relative. */
    private static double[] row(Point point) {
        double scale = point.throughput / point.workers;
        double others = point.workers - 1.0;
        return new double[] {scale, others * scale, others * point.workers * scale};
    }

    private static double error(List<Point> points, double[] coefficients) {
        double sum = 0;
        for (Point point : points) {
            double[] row = row(point);
            double difference = row[0] * coefficients[0] + row[1] * coefficients[1] + row[2] * coefficients[2] - 1;
            sum += difference * difference;
        }
        return sum;
    }

    /** Solves the normal equations by Gauss-Jordan elimination; an unused or undetermined coefficient is 0. */
    private static double[] solve(List<Point> points, boolean[] used) {
        double[][] matrix = normalEquations(points, used);
        for (int pivot = 0; pivot < 3; pivot++) {
            if (Math.abs(matrix[pivot][pivot]) < 1e-12) {
                matrix[pivot] = new double[4];
                matrix[pivot][pivot] = 1;
            }
            for (int row = 0; row < 3; row++) {
                double factor = row == pivot ? 0 : matrix[row][pivot] / matrix[pivot][pivot];
                for (int column = 0; column < 4; column++) {
                    matrix[row][column] -= factor * matrix[pivot][column];
                }
            }
        }
        return new double[] {matrix[0][3] / matrix[0][0], matrix[1][3] / matrix[1][1], matrix[2][3] / matrix[2][2]};
    }

    private static double[][] normalEquations(List<Point> points, boolean[] used) {
        double[][] matrix = new double[3][4];
        double typical =
                points.stream().mapToDouble(Point::throughput).average().orElse(1);
        for (Point point : points) {
            double[] row = row(new Point(point.workers, point.throughput / typical));
            for (int i = 0; i < 3; i++) {
                for (int j = 0; j < 3; j++) {
                    matrix[i][j] += used[i] && used[j] ? row[i] * row[j] : 0;
                }
                matrix[i][3] += used[i] ? row[i] / typical : 0;
            }
        }
        return matrix;
    }
}
