import { Model as Base } from 'sequelize';
export class Model extends Base {}
export const DataType: Record<string, any>;
export const Column: any; export const ForeignKey: any; export const Index: any; export const PrimaryKey: any; export const Table: any; export const Unique: any;
