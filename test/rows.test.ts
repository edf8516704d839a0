import { awsRows } from './rows/aws';
import { describeRows } from './support/control-tester';

for (const rows of awsRows) describeRows(rows);
