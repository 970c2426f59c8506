export interface AxiosResponse<T> { data: T; status: number }
export interface AxiosInstance { get<T = any>(url: string, config?: object): Promise<AxiosResponse<T>>; post<T = any>(url: string, body?: unknown, config?: object): Promise<AxiosResponse<T>> }
declare const axios: AxiosInstance & { create(config?: object): AxiosInstance };
export default axios;
